import { clip, picture, type Written } from '../written.ts'

/** The posts of Otis, who gardens, oldest first. */
export const otis: Written[] = [
  {
    text: 'Plot 14, Bristol. Heavy clay, light heart. I grow food, flowers, and a reputation for late tomatoes.',
    pictures: [picture('garden/greenhouse')],
  },
  { text: 'Slugs: 6. Lettuces: 0. We go again at dawn.' },
  {
    text: 'Planted the tulips in November in the rain while saying rude things. They do not hold grudges.',
    pictures: [picture('garden/tulips')],
  },
  { text: 'What goes into the empty bed?', poll: { options: ['Beans up a tent', 'Squash, and chaos', 'Dahlias', 'A chair'], days: 5 } },
  { text: 'A chair it is. Best crop I have ever had: forty minutes of sitting, twice a day, no pests apart from Ken.' },
  {
    text: 'Pass holders’ seed calendar: what to sow, when, and what to tell the neighbours.',
    for: 'pass',
    pictures: [picture('garden/tomatoes')],
  },
  { text: 'Compost is just a slow kitchen. Give it something green, something brown, and stop opening the lid to look.' },
  {
    text: 'First tomato. Ate it warm, over the water butt, like a thief.',
    pictures: [picture('garden/tomatoes', 'The first ripe tomatoes of the year on their canes')],
  },
  {
    text: 'The robin came back. It watches me dig and then takes the credit.',
    pictures: [picture('sky/clouds', 'Evening clouds over the allotment, birds going home')],
  },
  {
    text: 'Shed notes: my pruning drawings, cut by cut, for people who are afraid of their apple tree. The tree is also afraid.',
    for: [2],
  },
  {
    text: 'Sunflower race: mine 2.31 m, Mrs Adeyemi’s 2.64 m. She says she talks to hers. I have heard what she says.',
    pictures: [picture('garden/sunflowers')],
  },
  {
    text: 'Followers: here is where I hide the good strawberries. Please behave.',
    for: 'followers',
    pictures: [picture('garden/greenhouse', 'The greenhouse at dusk; the strawberries are behind the can')],
  },
  {
    text: 'Mulch or weed? Be truthful about your knees.',
    poll: { options: ['Mulch early', 'Weed forever', 'Let it be a meadow'], days: null },
  },
  {
    text: 'Gave away eleven marrows. People have started to cross the road.',
    pictures: [picture('dish/salad', 'What was left after the marrows: a plate of everything green')],
  },
  {
    text: 'Frost tonight. I have put a blanket on the lemon tree and told it a story. It seemed to like the part with the chair.',
    clip: clip('greenhouse-rain.webm', 'Rain on the greenhouse in the last light'),
  },
]
