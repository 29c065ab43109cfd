/** Line icons drawn on a 24 unit grid. They are decoration: the control around them carries the name. */
const paths = {
  hash: 'M9.5 4 7.5 20M16.500 4l-2 16M4.500 9h16M3.500 15h16',
  voice: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  forum: 'M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12.500h5',
  thread: 'M5 4v8a4 4 0 0 0 4 4h10M15 12l4 4-4 4',
  megaphone: 'M4 10v4h3l9 5V5L7 10zM19 9.500a4 4 0 0 1 0 5',
  chevron: 'm8 10 4 4 4-4',
  right: 'm10 7 5 5-5 5',
  left: 'm14 7-5 5 5 5',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  people:
    'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM3 19c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500M16 11a3 3 0 0 0 0-6M17.500 14.800c2 .5 3.200 1.900 3.500 4.200',
  pin: 'M12 15v6M8 4h8l-1 6 3 4H6l3-4z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.500V12l3.500 2',
  bug: 'M8 9a4 4 0 0 1 8 0M7 9h10v5a5 5 0 0 1-10 0zM12 9v10M3.500 8l3.500 2M20.500 8 17 10M3 14h4M21 14h-4M4 20l3.500-2.500M20 20l-3.500-2.500',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12 20 4l-5 16-3.500-6.500zM20 4l-8.500 9.500',
  smile:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.500 14c.8 1.500 2 2.200 3.500 2.200s2.700-.7 3.500-2.200M9 9.500v.5M15 9.500v.5',
  reply: 'M10 6 4 12l6 6M4 12h10c4 0 6 2 6 6',
  dots: 'M5.500 12h.01M12 12h.01M18.500 12h.01',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM20 20l-4.800-4.800',
  slash: 'M4 4h16v16H4zM14 8l-4 8',
  alert: 'M12 3 2.500 20h19zM12 10v4M12 17v.01',
  down: 'M12 5v14M6 13l6 6 6-6',
  at: 'M15.500 12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0Zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a8.500 8.500 0 1 0-3.500 6.900',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20c.8-4 3.800-6 7.500-6s6.700 2 7.500 6',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  apps: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  join: 'M4 12h12M11 7l5 5-5 5M16 4h4v16h-4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={name === 'dots' ? 'icon dots-icon' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
