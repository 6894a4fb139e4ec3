/** Icons on a 24 px grid, 2 px strokes, mitred like a working drawing; always beside a word. */
import type { ComponentChildren } from 'preact'

const drawings = {
  home: <path d="M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6" />,
  settings: (
    <>
      <path d="M3 7.500h10M19 7.500h2M3 16.500h2M11 16.500h10" />
      <path d="M13 4.500h6v6h-6zM5 13.500h6v6H5z" />
    </>
  ),
  card: <path d="M2.500 5.500h19v13h-19zM2.500 10h19" />,
  code: (
    <>
      <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4z" />
      <path d="M14 14h2.500v2.500H14zM18 18h2.500v2.500H18zM18 14h2.500M14 19.500h2" />
    </>
  ),
  noReader: <path d="M5 4h14v16H5zM9 16h6M3 21 21 3" />,
  noSignal: (
    <>
      <path d="M4 20v-3M9 20v-6.500M14 20V10M19 20V6" />
      <path d="m3 3 18 18" stroke-width="2.400" />
    </>
  ),
  fresh: <path d="M20 5v5h-5M4 19v-5h5M19.500 10A8 8 0 0 0 5.600 7.200M4.500 14a8 8 0 0 0 13.900 2.800" />,
  leave: <path d="M10 4H4v16h6M9 12h11.500M16 7.500l4.500 4.500-4.500 4.500" />,
  next: <path d="m9 5 7 7-7 7" />,
  back: <path d="m15 5-7 7 7 7" />,
  calendar: (
    <>
      <path d="M3.500 5.500h17v15h-17zM3.500 10h17M8 3v4M16 3v4" />
      <path d="M7.500 13.500h2v2h-2zM11 13.500h2v2h-2zM14.500 13.500h2v2h-2z" fill="currentColor" stroke="none" />
    </>
  ),
  list: <path d="M4 6.500h3M4 12h3M4 17.500h3M10 6.500h10M10 12h10M10 17.500h10" />,
  bars: <path d="M4 20V11h4v9M10 20V4h4v16M16 20v-6h4v6M2.500 20h19" />,
  pass: (
    <>
      <path d="M2.500 5h19v14h-19zM6 9h4.500v5H6zM13.500 9.500H18M13.500 13H18" />
      <path d="M6 16.500h12" />
    </>
  ),
  bell: <path d="M5 17.500h14l-1.800-2.500V10a5.200 5.200 0 0 0-10.400 0v5zM10 20.500h4" />,
  eye: (
    <>
      <path d="M2.500 12C5 7.500 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500S5 16.500 2.500 12z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  key: (
    <>
      <circle cx="7.500" cy="12" r="4.500" />
      <path d="M12 12h9.500v4M17.500 12v3" />
    </>
  ),
  language: (
    <path d="M3 5.500h10M8 3v2.500M10.500 5.500C10 9.500 7 13 3.500 14.500M5.500 8.500c1 2.500 3.500 5 6 6M12 20.500 16.500 10 21 20.500M13.500 17h6" />
  ),
  paper: <path d="M5 3.500h9.500L19 8v12.500H5zM14.500 3.500V8H19M8.500 12h7M8.500 16h7" />,
  phone: <path d="M6.500 2.500h11v19h-11zM10.500 18.500h3" />,
  lost: (
    <>
      <circle cx="10.500" cy="10.500" r="7" />
      <path d="m15.500 15.500 6 6M8.500 9a2 2 0 1 1 2 2.200v1M10.500 14v1" />
    </>
  ),
  face: <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 10v1.500M15 10v1.500M9 15.500c2 1.500 4 1.500 6 0" />,
  check: <path d="m5 12.500 4.500 4.500L19 7" />,
  office: <path d="M4 20.500V4h10v16.500M14 10h6v10.500M2.500 20.500h19M7.500 8h3M7.500 12h3M7.500 16h3M17 14v2" />,
  take: <path d="M12 3.500V15M7 10.500l5 5 5-5M4 20.500h16" />,
  bright: (
    <>
      <circle cx="12" cy="12" r="4.500" />
      <path d="M12 1.500v3M12 19.500v3M1.500 12h3M19.500 12h3M4.600 4.600l2 2M17.400 17.400l2 2M19.400 4.600l-2 2M6.600 17.400l-2 2" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c.5-4.500 3.500-7 8-7s7.500 2.500 8 7" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path d="M12 7v5.500l3.500 2" />
    </>
  ),
  road: <path d="M7.500 21 10.500 3M16.500 21 13.500 3M12 19v-3M12 12.500V10M12 7V5" />,
  search: (
    <>
      <circle cx="10.500" cy="10.500" r="6.500" />
      <path d="m15.500 15.500 5.500 5.500" />
    </>
  ),
  add: <path d="M12 4.500v15M4.500 12h15" />,
} satisfies Record<string, ComponentChildren>

export type IconName = keyof typeof drawings

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  )
}
