import { OutLink } from './link.tsx'

const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/

/** What somebody wrote, with web addresses as links. */
export const LinkedText = ({ text }: { text: string }) =>
  text
    .split(address)
    .map((part, i) => ({ part, i }))
    .map(({ part, i }) => (i % 2 === 0 ? part : <OutLink key={i} url={part} rel="ugc" />))
