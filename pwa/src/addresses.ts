/** Every address of the app. The service worker answers these, and no others, from the shell. */
export const addresses = { home: '/', history: '/history', settings: '/settings', door: '/door' } as const

/** Under these lie the addresses of single months, days and years. */
export const folders = ['/history/'] as const

export type Address = (typeof addresses)[keyof typeof addresses]
