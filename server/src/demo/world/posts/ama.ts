import { picture, type Written } from '../written.ts'

/** The posts of Ama, who paints, oldest first. */
export const ama: Written[] = [
  {
    text: 'I paint the same sun every week. It is never the same sun. Studio in Accra, window to the east, floor beyond saving.',
    pictures: [picture('painting/easel')],
  },
  {
    text: 'Mixed an orange today that I have been trying to find since I was seven. Wrote the recipe on my arm. Washed my arm.',
    pictures: [picture('painting/palette')],
  },
  {
    text: 'A canvas is finished when it stops asking you things. This one still asks about the left corner.',
    pictures: [picture('painting/abstract')],
  },
  { text: 'Somebody bought the smallest painting and hung it in a bathroom. I am honoured. It is the most visited gallery in the host.' },
  {
    text: 'Collectors’ preview: the whole “Harmattan” series before the frames, with prices in paint tubes.',
    for: [2],
    pictures: [
      picture('painting/wall'),
      picture('painting/abstract', 'Harmattan IV: dust, gold and a low white sun'),
      picture('painting/easel', 'Harmattan VI on the easel, still wet'),
    ],
  },
  { text: 'Beginners ask which brush. The one that is clean. That is already a difficult brush.' },
  {
    text: 'Which one should travel to the group show?',
    poll: { options: ['The loud orange', 'The quiet one with the boat', 'The one I am afraid of'], days: 6 },
  },
  {
    text: 'The one you chose is the one I am afraid of. Thank you. I packed it with my eyes closed.',
    pictures: [picture('painting/wall', 'Three suns in frames at the group show, a bench before them')],
  },
  {
    text: 'Pass holders: a forty-minute studio visit in nine pictures’ worth of words and one picture.',
    for: 'pass',
    pictures: [picture('painting/palette', 'The studio palette at the end of the day, hardly any wood left to see')],
  },
  { text: 'Drew on the ferry with a pencil and a bad seat. The line was braver than I am on land.', pictures: [picture('sky/clouds')] },
  { text: 'Everything I know about composition I learned from how my mother parks.' },
  {
    text: 'Followers’ wallpaper of the month: dawn from the roof, five colours, no computer involved in the feeling.',
    for: 'followers',
    pictures: [picture('sky/balloons', 'Dawn from the roof, painted balloons over soft hills')],
  },
  {
    text: 'A child stood in front of my painting and said “hot”. Best review of my life.',
    pictures: [picture('painting/abstract', 'The painting the child meant: red over red, a circle of light')],
  },
  {
    text: 'New canvas, two metres wide. I had to borrow a ladder, a brother and a certain amount of courage.',
    pictures: [picture('painting/easel', 'A great new canvas on the easel with a sun already begun')],
  },
]
