import { day, hour, minute } from './time.ts'
import type { WorldThread } from './types.ts'

/** Minutes before the first morning. */
const ago = (minutes: number) => -minutes * minute

/**
 * Conversations: fan1 has ten unread lines in five of them, a team answers under its label, a group talks, and creators have
 * requests of people whom they do not know. `readBy` have read everything; of fan1 `read` lines are read.
 */
export const threads: readonly WorldThread[] = [
  {
    key: 'maya/fan1',
    members: ['fan1', 'maya'],
    title: '',
    read: 3,
    lines: [
      { author: 'fan1', text: 'The harbour song has been in my head since Tuesday. Is it on a record already?', at: -3 * day },
      {
        author: 'maya',
        text: 'Not yet! It is the first thing that I record in December. You heard it before my mother did.',
        at: -3 * day + 2 * hour,
      },
      { author: 'fan1', text: 'Then I shall feel very important until December.', at: -3 * day + 3 * hour },
      { author: 'maya', text: 'Soundcheck is done and the room sounds like the inside of a guitar.', at: ago(190) },
      { author: 'maya', text: 'We moved the slow one to the end. Tell me afterwards whether that was brave or stupid.', at: ago(188) },
      { author: 'maya', text: 'Also: the tea that you wrote about is excellent.', at: ago(41) },
    ],
  },
  {
    key: 'neo/fan1',
    members: ['neo', 'fan1'],
    title: '',
    read: 0,
    lines: [
      {
        author: 'neo',
        by: 'fan33',
        text: 'Welcome, Robin! This is the team at Neon Studio. Neo reads along, and whenever one of us writes in her place, the line says so.',
        at: -2 * day,
      },
      { author: 'neo', text: 'Boot complete. Hello, person with the cat. Saturday is the storyboard show.', at: ago(96) },
    ],
  },
  {
    key: 'kira/fan1',
    members: ['fan1', 'kira'],
    title: '',
    read: 2,
    lines: [
      { author: 'fan1', text: 'Which bar did you get stuck at in the rhythm run?', at: -6 * day },
      { author: 'kira', text: 'Always the same one. Bar 46 and I have a history.', at: -6 * day + hour },
      { author: 'kira', text: 'UPDATE: bar 46 is defeated.', at: ago(72) },
      { author: 'kira', text: 'Bar 47 is worse.', at: ago(71) },
    ],
  },
  {
    key: 'crew',
    members: ['alex', 'fan1', 'fan2', 'fan5'],
    title: 'Saturday crew',
    read: 2,
    lines: [
      { author: 'alex', text: 'You four bought the first passes, so you get to choose the encore.', at: -1 * day },
      { author: 'fan1', text: 'The one with the bridge that never comes.', at: -1 * day + hour },
      { author: 'fan2', text: 'Seconded. Loudly.', at: ago(130) },
      { author: 'alex', text: 'It is settled then. Bring ear plugs and forgiveness.', at: ago(26) },
    ],
  },
  {
    key: 'priya/fan1',
    members: ['fan1', 'priya'],
    title: '',
    read: 1,
    lines: [
      { author: 'fan1', text: 'I made the dal. It looked like yours for almost a minute.', at: -2 * day },
      { author: 'priya', text: 'A minute is how long mine lasts too. Next time: the cumin before the onions.', at: ago(12) },
    ],
  },
  {
    key: 'haru/fan1',
    members: ['fan1', 'haru'],
    title: '',
    read: 2,
    lines: [
      { author: 'haru', text: 'The print that you asked about is back: 40 by 60, the foggy one.', at: -8 * day },
      { author: 'fan1', text: 'It hangs above my desk now. Thank you!', at: -5 * day },
    ],
  },
  ...requests('maya', [
    ['fan9', 'Hello Maya, may I use your harbour song for a film about my grandfather’s boat?', 300],
    ['fan17', 'Third time that I write and delete this: thank you for the show in Lyon.', 200],
    ['fan23', 'Do you ever play in Durban?', 55],
  ]),
  ...requests('neo', [
    ['fan16', 'ネオ、土曜日のショーは日本時間で何時ですか？', 400],
    ['fan38', 'How many of the forty thousand lines are about the cat?', 33],
  ]),
]

function requests(creator: string, written: readonly (readonly [fan: string, text: string, minutes: number])[]): WorldThread[] {
  return written.map(([fan, text, minutes]) => ({
    key: `${fan}/${creator}`,
    members: [fan, creator],
    title: '',
    read: 0,
    lines: [{ author: fan, text, at: ago(minutes) }],
  }))
}
