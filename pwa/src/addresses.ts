/** Every address of the app. The service worker answers these, and no others, from the shell. */
export const addresses = { home: '/', settings: '/settings', door: '/door' } as const

export type Address = (typeof addresses)[keyof typeof addresses]
