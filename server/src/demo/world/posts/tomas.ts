import { clip, picture, type Written } from '../written.ts'

/** The posts of Tomáš, who films, oldest first. */
export const tomas: Written[] = [
  {
    text: 'I make short films about people who wait: for trams, for answers, for water to boil. Budget so far this year: one tripod and a lot of soup.',
    pictures: [picture('film/camera')],
  },
  {
    text: 'Day one. We had the light for six minutes. We spent four of them looking for the lens cap, which was on the lens.',
    pictures: [picture('film/window')],
  },
  {
    text: 'The car broke down exactly where the script says the car breaks down. I have never felt so supported by a prop.',
    clip: clip('ferry-road.webm', 'A car with its lights on stands on a straight road in the rain'),
  },
  {
    text: 'How should the ferry film end?',
    poll: { options: ['She takes the ferry', 'She misses it and smiles', 'There is no ferry', 'Cut before we know'], days: 4 },
  },
  { text: '“Cut before we know” won. My producer asked who taught you this. I said nothing and looked out of a window.' },
  {
    text: 'Dailies, unedited, with my muttering. Learn from my pans. Forgive my pans.',
    for: 'pass',
    clip: clip('doorway-dailies.webm', 'Dailies: somebody waits in a lit doorway, the camera pulls back'),
  },
  {
    text: 'Sound is half of the picture, and the half that costs less. Spent the afternoon recording a door. It is a very good door.',
    clip: clip('a-very-good-door.ogg', 'A very good door, with the wind behind it'),
  },
  {
    text: 'Watched it with eleven strangers. They laughed in the wrong place, and the wrong place is better. We move the joke.',
    pictures: [picture('film/cinema')],
  },
  { text: 'Screenwriting, the whole course: somebody wants something, there is a table in the way. Tables may be feelings.' },
  {
    text: 'Producers’ row: the shot list of the night scene, with what each setup cost in coffee.',
    for: [2],
    pictures: [picture('city/alley')],
  },
  {
    text: 'My grandmother is in the film now. She was only bringing lunch. She has better timing than all of us.',
    pictures: [picture('coffee/steam')],
  },
  {
    text: 'Followers get the poster sketches. Number three is the one my mother likes, so it will not be number three.',
    for: 'followers',
    pictures: [
      picture('painting/abstract', 'Poster sketch with broad strokes of ember and teal'),
      picture('sky/moon', 'Poster sketch with a huge moon over an empty land'),
    ],
  },
  {
    text: 'Black and white, or colour? I have tried both and slept with neither.',
    poll: { options: ['Black and white', 'Colour', 'Colour, but ashamed of it'], days: 20 },
  },
  {
    text: 'We got into a festival! A small one, in a town with one hotel. The hotel is full. We will sleep in the film.',
    pictures: [picture('city/rooftops', 'The festival town by night, every window lit but ours')],
  },
  {
    text: 'Last shot done. The crew clapped, then everybody quietly carried a cable. That is what love is.',
    pictures: [picture('film/camera', 'The camera on its tripod at the last sunset of the shoot')],
  },
]
