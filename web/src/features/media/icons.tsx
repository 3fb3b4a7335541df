const paths = {
  play: 'M8 5.2v13.6a.8.8 0 0 0 1.2.7l11-6.8a.8.8 0 0 0 0-1.4l-11-6.8A.8.8 0 0 0 8 5.2Z',
  pause: 'M7 5h3.4v14H7zM13.6 5H17v14h-3.4z',
  sound: 'M4 9.5v5h3.5L12 19V5L7.5 9.500H4Zm11-1.600a5 5 0 0 1 0 8.200l1 1.500a6.8 6.8 0 0 0 0-11.200l-1 1.500Z',
  mute: 'M4 9.5v5h3.5L12 19V5L7.5 9.500H4Zm11.2.10 1.2-1.2 2.1 2.2 2.2-2.2 1.2 1.2-2.2 2.1 2.2 2.2-1.2 1.2-2.2-2.2-2.1 2.2-1.2-1.2 2.1-2.2-2.1-2.100Z',
  full: 'M4 4h6v2H6v4H4V4Zm10 0h6v6h-2V6h-4V4ZM4 14h2v4h4v2H4v-6Zm14 0h2v6h-6v-2h4v-4Z',
  pip: 'M3 5h18v14H3V5Zm2 2v10h14V7H5Zm7 4h6v5h-6v-5Z',
  note: 'M18 4v11.500a3 3 0 1 1-2-2.830V7.600l-6 1.400v8.500a3 3 0 1 1-2-2.830V6.400L18 4Z',
} as const

/** The signs of the players. Decoration: the words stand beside it. */
export const Sign = ({ name }: { name: keyof typeof paths }) => (
  <svg className="media-sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
