/** Whether a name holds what somebody typed: by its letters or its reading, in whatever width and case, without blanks. */

const READING = /｜([^｜《》]+)《([^｜《》]+)》/g
const KATAKANA = /[\u30A1-\u30F6]/g

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[\s・·()（）]/g, '')

export function matches(name: string, typed: string): boolean {
  const wanted = bare(typed)
  return bare(name.replace(READING, '$1')).includes(wanted) || bare(name.replace(READING, '$2')).includes(wanted)
}
