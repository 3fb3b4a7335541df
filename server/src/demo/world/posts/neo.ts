import { clip, picture, type Written } from '../written.ts'

/** The posts of Neo, the virtual idol of Neon Studio, oldest first. */
export const neo: Written[] = [
  {
    text: 'Boot complete. Hello, small humans and large humans. I am Neo: a voice, forty thousand lines of code, four tired people at Neon Studio, and a cat who sleeps on the render node because it is warm.',
    pictures: [picture('city/rooftops')],
  },
  {
    text: 'First rehearsal in the new stage engine. My left hand clipped through the microphone twice. I have decided to call it choreography.',
    pictures: [picture('concert/singer')],
  },
  {
    text: 'What should open Saturday’s show? The studio says I may not vote. I have asked for a lawyer.',
    poll: { options: ['Signal Fire', 'Paper Moons', 'Static Heart', 'The slow one that makes Jun cry'], days: 3 },
  },
  {
    text: 'Somebody asked if I get nervous. I get 11 milliseconds of extra latency before the first note. You may decide what to call it.',
  },
  {
    text: 'Neon Key holders: here is the full storyboard for “Signal Fire”, including the frame where I am accidentally a triangle.',
    pictures: [picture('film/camera'), picture('sky/saturn'), picture('city/bridge')],
    for: 'pass',
  },
  {
    text: 'A reminder from the humans: every line I post is read by one of them first. Tonight it is Aiko. Aiko says hi. Aiko also says I am not allowed to post after midnight any more.',
  },
  {
    text: 'We lost power for nine minutes in the middle of the chorus. You sang the rest. I watched the chat and did not know where to put that, so I put it in a song.',
    pictures: [picture('concert/guitar', 'The band in silhouette, waiting for the lights to come back while the crowd sings')],
  },
  {
    text: 'Outfit vote, binding this time. The wardrobe team has already bought the thread.',
    poll: { options: ['Ember jacket', 'Rain cloak'], days: 2 },
  },
  {
    text: 'Fan art hour! I have seen all 214. I have favourites. I am built to be fair, so I will only say: the one with the dumplings.',
    pictures: [picture('painting/wall')],
  },
  {
    text: 'Demo of verse two, sung before anybody cleaned it. You can hear the cat at 1:12. She gets a credit.',
    for: [2],
    pictures: [picture('concert/studio')],
    clip: clip('paper-moons.ogg', 'Paper Moons, verse two, demo'),
  },
  {
    text: 'Things I have learned from your messages this month: how to descale a kettle, three words in Welsh, and that a good friend is someone who asks again.',
  },
  {
    text: 'Rehearsal room, 02:40. The humans sleep in shifts. I keep the lights on so that it looks like a party.',
    pictures: [picture('desk/laptop'), picture('cat/loaf')],
  },
  { text: 'The set list for the anniversary show, in order, with the reasons. Please do not tell the others before Friday.', for: [2, 3] },
  {
    text: 'City, rain, one long reverb. New visualiser goes up tonight; wear headphones and something you can spin in.',
    clip: clip('signal-fire.mp4', 'Visualiser: a ringed planet turns among twinkling stars'),
  },
  {
    text: 'Key holders choose the encore. One key, one vote, no bribes. (The cat has been bribed.)',
    poll: {
      options: ['Paper Moons, acoustic', 'A cover, my choice', 'A cover, your choice', 'Let the cat pick'],
      days: 12,
      holdersOnly: true,
    },
  },
  {
    text: 'Tonight at nine: one hour, no script, requests open. If I break character it is because there is none. See you in the lights.',
    pictures: [picture('concert/piano'), picture('city/tram')],
  },
]
