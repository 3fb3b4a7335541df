import { clip, picture, type Written } from '../written.ts'

/** The posts of Alex, who runs, oldest first. */
export const alex: Written[] = [
  {
    text: 'I coach people who think they are not runners. Week one is walking and complaining. You are already good at half of it.',
    pictures: [picture('run/sunrise')],
  },
  { text: 'Rain today. The secret of running in rain is that after four minutes you cannot get wetter.' },
  {
    text: 'Three kettlebells, twenty minutes, one carpet you do not love. Plan in the comments, excuses in the drawer.',
    pictures: [picture('run/kettlebell')],
  },
  {
    text: 'When do you actually train? No heroes, please.',
    poll: { options: ['Before breakfast', 'Lunch', 'After work', 'In theory'], days: 3 },
  },
  { text: '“In theory” won by a mile. I respect the honesty. Theory people: put your shoes next to the kettle tonight, nothing more.' },
  {
    text: 'The eight-week plan, each day on one line, with the three days you will want to quit marked in orange.',
    for: 'pass',
    pictures: [picture('run/track')],
  },
  {
    text: 'Ibrahim ran 5 km without stopping, at 61, in trousers with pockets, because he “might need the keys”. Legend.',
    pictures: [picture('run/pair')],
  },
  {
    text: 'Your easy pace is the pace at which you can tell a story. If the story has only nouns, slow down.',
    clip: clip('warm-up-beat.ogg', 'The warm-up beat, 150 steps a minute'),
  },
  {
    text: 'Form check for Team pass: I drew lines on my own worst photo so that you can feel better about yours.',
    for: [2],
    pictures: [picture('run/sunrise', 'Alex in mid-stride on a hill, marked up for a form check')],
  },
  { text: 'Rest day. I stretched, I slept, I argued with a foam roller. The foam roller won.', pictures: [picture('cat/loaf')] },
  { text: 'Strength is boring on purpose. So is a bridge, and look who walks over it.', pictures: [picture('city/bridge')] },
  {
    text: 'Followers: my real breakfast. It is not a smoothie. It is last night’s rice with an egg and no regret.',
    for: 'followers',
    pictures: [picture('dish/curry', 'Leftover rice and curry in a copper bowl, eaten at seven in the morning')],
  },
  { text: 'Somebody asked for “abs in ten days”. I offered stairs in ten years. We compromised on Tuesday.' },
  {
    text: 'Group run on Saturday: which route?',
    poll: { options: ['Canal, flat and kind', 'Hill, short and rude', 'Park, with dogs'], days: 14 },
  },
  {
    text: 'Sunrise session in the bag. Eleven people, one thermos, zero watches. Best pace we have had all year.',
    clip: clip('first-light.webm', 'A runner before a huge rising sun'),
  },
]
