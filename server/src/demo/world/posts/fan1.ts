import { picture, type Written } from '../written.ts'

/** The posts of fan1, who has only begun, oldest first. */
export const fan1: Written[] = [
  {
    text: 'My first kitchen concert. I cried at the washing machine. Thank you, Maya.',
    pictures: [picture('concert/guitar', 'A guitar player in silhouette, seen from the third row')],
  },
  { text: 'Ran to the end of my street and back without stopping. It is a short street. Alex says that counts.' },
]
