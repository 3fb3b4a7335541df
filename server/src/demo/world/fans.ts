import type { HairKind } from '../art/hair.ts'
import { randomOf } from '../art/random.ts'
import { day } from './time.ts'
import type { WorldPerson } from './types.ts'

/** Name, place, bio, hair and skin of `fan1` to `fan40`, in this order. */
const cast: readonly (readonly [name: string, location: string, bio: string, hair: HairKind, skin: number])[] = [
  ['Robin Vale', 'Utrecht, Netherlands', 'Here for the songs, staying for the cat. Learning to run to the end of the street.', 'pixie', 1],
  ['Ines Okafor', 'Lagos, Nigeria', 'Front row, left side, always.', 'braids', 5],
  ['Jonas Lindqvist', 'Malmö, Sweden', 'Collects first lines of songs.', 'beanie', 0],
  ['Mei Tan', 'Singapore', 'I vote in every poll. Every poll.', 'bob', 1],
  ['Pablo Rojas', 'Valparaíso, Chile', 'Amateur cook, professional eater.', 'quiff', 3],
  ['Hana Suzuki', 'Sapporo, Japan', '写真と猫が好きです。', 'long', 0],
  ['Omar Farouk', 'Alexandria, Egypt', 'أحب السماء والبحر والشاي.', 'short', 3],
  ['Greta Weiss', 'Leipzig, Germany', 'Chess at lunch, regret at two.', 'topknot', 0],
  ['Dmitri Volkov', 'Tbilisi, Georgia', '', 'buzz', 0],
  ['Aisha Bello', 'Abuja, Nigeria', 'Painter on Sundays, accountant on the other days.', 'scarf', 5],
  ['Liam Walsh', 'Galway, Ireland', 'I can play three chords and have opinions about a fourth.', 'quiff', 0],
  ['Sofia Costa', 'Porto, Portugal', 'I sang the harmony in Porto.', 'wavy', 2],
  ['Ravi Shah', 'Pune, India', 'Dal is a conversation.', 'short', 4],
  ['Nadia Haddad', 'Amman, Jordan', 'نجمة واحدة تكفي.', 'scarf', 2],
  ['Tom Fletcher', 'Leeds, England', 'Running, slowly, with pockets.', 'cap', 1],
  ['Yuki Mori', 'Osaka, Japan', 'ネオのライブは全部行きます。', 'buns', 0],
  ['Camille Laurent', 'Lyon, France', 'I watch the credits to the end.', 'bob', 1],
  ['Ben Adler', 'Haifa, Israel', '', 'curly', 1],
  ['Zoe Papadaki', 'Thessaloniki, Greece', 'Films, figs, ferries.', 'ponytail', 2],
  ['Kofi Asante', 'Kumasi, Ghana', 'Ama’s loudest cousin.', 'buzz', 5],
  ['Elin Berg', 'Bergen, Norway', 'It rains. I code.', 'braids', 0],
  ['Marco Bianchi', 'Bologna, Italy', 'I have notes on the pizza.', 'quiff', 2],
  ['Thandi Nkosi', 'Durban, South Africa', 'Sunrise runner, sunset napper.', 'afro', 5],
  ['Lukas Meyer', 'Graz, Austria', 'Marble racing is a sport.', 'beanie', 1],
  ['Ana Petrović', 'Novi Sad, Serbia', 'Endgames, mostly.', 'long', 1],
  ['Finn O’Brien', 'Cork, Ireland', 'Owner of one tomato.', 'short', 0],
  ['Leila Karimi', 'Berlin, Germany', 'Telescope on the balcony, neighbours confused.', 'wavy', 2],
  ['Sam Whitaker', 'Portland, USA', 'Lurker with a good heart.', 'cap', 2],
  ['Chloe Dubois', 'Ghent, Belgium', 'Come to Ghent!', 'pixie', 3],
  ['Victor Hugo Lima', 'Recife, Brazil', 'No relation.', 'bald', 3],
  ['Mina Park', 'Busan, South Korea', 'Green marble until the end.', 'ponytail', 1],
  ['Oscar Nilsen', 'Oslo, Norway', 'I cooked khichdi in a hotel kettle.', 'bald', 0],
  ['Freya Olsen', 'Aarhus, Denmark', '', 'topknot', 1],
  ['Ibrahim Diallo', 'Manchester, England', '61. Five kilometres. In trousers.', 'buzz', 5],
  ['Wanda Kowalska', 'Gdańsk, Poland', 'Park chess, both hands, sandwich.', 'curly', 0],
  ['Hugo Martin', 'Quebec, Canada', 'Colour, but ashamed of it.', 'short', 1],
  ['Priscilla Adeyemi', 'Bristol, England', '2.64 metres. I talk to it.', 'afro', 4],
  ['Joon Lee', 'Seoul, South Korea', 'Dev’s flatmate. It is loud here.', 'short', 1],
  ['Tariq Aziz', 'Karachi, Pakistan', 'Tea before telescopes.', 'quiff', 4],
  ['Bea Sutton', 'Wellington, New Zealand', 'First to see every sunrise, last to post it.', 'wavy', 1],
]

const member = (
  handle: string,
  role: WorldPerson['role'],
  [name, location, bio, hair, skin]: (typeof cast)[number],
  daysAgo: number,
): WorldPerson => {
  const random = randomOf(`person/${handle}`)
  return {
    handle,
    name,
    role,
    ai: false,
    team: null,
    bio,
    location,
    links: random.chance(0.2) ? [`https://${handle}.example`] : [],
    joinedAt: -daysAgo * day,
    portrait: { seed: handle, traits: { hair, skin } },
    cover: random.chance(0.5) ? { seed: handle, traits: {} } : null,
  }
}

/** The forty fans; all of them were here before the first post. */
export const fans: WorldPerson[] = cast.map((who, i) => member(`fan${i + 1}`, 'fan', who, 95 + ((i * 37) % 240)))

/** Who keeps the house in order. */
export const staff: WorldPerson[] = [
  member(
    'mod1',
    'moderator',
    ['Noor Visser', 'Rotterdam, Netherlands', 'Moderator. I read all of it, so be kind to one another and to me.', 'scarf', 3],
    500,
  ),
  member('admin', 'admin', ['Host Keeper', 'CoreFans', 'Runs this host. Lights, locks, kettle.', 'bald', 2], 700),
]
