/** The office has a page of its own, with other files. */
export const isOffice = (path: string) => path === '/office' || path.startsWith('/office/')
