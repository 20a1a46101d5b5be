import type { ReactNode } from 'react';

// Our own drawings on a grid of 24, line 2, drawn to be told apart in one colour.
const drawings = {
  home: <path d="M4 11 12 4l8 7v9h-5v-6H9v6H4z" />,
  territories: <path d="m3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14" />,
  actors: (
    <path d="M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14.5c2.5.6 4.5 2.5 4.5 5.5" />
  ),
  // One axis, three lines out of it.
  strategy: <path d="M4 4v16M4 6h7M4 12h7M4 18h7M14 4h6v4h-6zM14 10h6v4h-6zM14 16h6v4h-6z" />,
  indicators: <path d="M5 20V11M11 20V4M17 20v-6M3 20h18" />,
  agreements: <path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h4" />,
  administration: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5" />,
  search: <path d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5" />,
  account: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7" />,
  help: (
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 1-1 1.7M12 17v.1" />
  ),
  bell: <path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4" />,
  outbox: <path d="M4 14v5h16v-5M12 15V4M7.5 8.5 12 4l4.5 4.5" />,
  offline: (
    <path d="M3 3l18 18M5 12a10 10 0 0 1 4-2.5M12 9a10 10 0 0 1 7 3M8.5 15.5A5 5 0 0 1 12 14M12 19v.1" />
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  edit: <path d="M4 20h4L20 8l-4-4L4 16zM14 6l4 4" />,
  add: <path d="M12 5v14M5 12h14" />,
  remove: <path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5" />,
  history: <path d="M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4l3 2" />,
  merge: <path d="M5 4v4c0 4 7 4 7 8v4M19 4v4c0 4-7 4-7 8M9 17l3 3 3-3" />,
  calendar: <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />,
  upload: <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4 19h16" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  next: <path d="m9 5 7 7-7 7" />,
  up: <path d="m6 15 6-6 6 6" />,
  down: <path d="m6 9 6 6 6-6" />,
  download: <path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4 19h16" />,
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
  phone: (
    <path d="M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v3c0 1.5-1 3-3 3C10 21 3 14 3 6c0-2 1.5-3 3-3z" />
  ),
  mail: <path d="M3 6h18v12H3zM3 7l9 6 9-6" />,
  warning: <path d="M12 4 22 20H2zM12 10v4M12 17v.1" />,
  information: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.1" />,
  fulfilled: (
    <>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path d="m8 12.3 2.8 2.7L16 9.5" stroke="var(--paper)" />
    </>
  ),
  'on-time': <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2" />,
  'at-risk': <path d="M12 4 22 20H2zM12 10v4M12 17v.1" />,
  late: (
    <>
      <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" fill="currentColor" />
      <path d="M12 7.5v5.5M12 16.3v.1" stroke="var(--paper)" />
    </>
  ),
  'not-applicable': <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8" />,
  missing: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z" strokeDasharray="3 3.3" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A small drawing beside words. It says nothing by itself: the word does. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  );
}
