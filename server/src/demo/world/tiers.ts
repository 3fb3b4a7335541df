import type { WorldTier } from './types.ts'

const day = 86_400
/** Hundredths of a CORE in wei. */
const cents = (n: number) => BigInt(n) * 10n ** 16n

type Terms = Pick<WorldTier, 'priceWei' | 'durationS' | 'maxSupply'> & { soulbound?: true }
const tier = (id: `${string}/${number}`, name: string, terms: Terms, perks: string[]): WorldTier => {
  const [creator = '', number] = id.split('/')
  return { soulbound: false, ...terms, creator, tierId: Number(number), name, perks, renewable: terms.durationS !== null }
}

/** Every pass on sale. `neo/1` is free, `maya/2` is sold out, and those without a duration are for life. */
export const tiers: WorldTier[] = [
  tier('neo/1', 'Neon Key', { priceWei: 0n, durationS: 90 * day, maxSupply: null }, [
    'Vote on encores',
    'Storyboards before the show',
    'A key beside your name',
  ]),
  tier('neo/2', 'Front Row', { priceWei: cents(42), durationS: 30 * day, maxSupply: 500 }, [
    'All Neon Key perks',
    'Demos before anybody cleans them',
    'Set lists with the reasons',
    'Front row in the Saturday chat',
  ]),
  tier('neo/3', 'Render Node', { priceWei: cents(900), durationS: null, maxSupply: 50 }, [
    'Everything, for life',
    'Your name in the stage code',
    'One rehearsal a year, from inside',
    'The cat’s phone number (she does not answer)',
  ]),
  tier('lyra/1', 'Warm Seat', { priceWei: cents(15), durationS: 30 * day, maxSupply: null }, [
    'Annotated walks through every build',
    'Ask one question a week',
  ]),
  tier('lyra/2', 'Prism Circle', { priceWei: cents(80), durationS: 90 * day, maxSupply: 200 }, [
    'All Warm Seat perks',
    'Book chapters as drafts',
    'Code review on Sundays',
  ]),
  tier('kira/1', 'Booth Pass', { priceWei: cents(20), durationS: 30 * day, maxSupply: null }, [
    'Booth camera',
    'Your name shouted once',
    'Pick a game a month',
  ]),
  tier('maya/1', 'Backstage', { priceWei: cents(50), durationS: 60 * day, maxSupply: 300 }, [
    'Voice memos and first takes',
    'Choose the Thursday cover',
    'Hand-written chords',
    'Early tickets',
  ]),
  tier('maya/2', 'Kitchen Chair', { priceWei: cents(600), durationS: null, maxSupply: 12 }, [
    'One of twelve chairs at every kitchen concert',
    'For life',
    'Tea included',
  ]),
  tier('alex/1', 'Warm-up', { priceWei: cents(10), durationS: 30 * day, maxSupply: null }, [
    'The eight-week plan',
    'A kind message on orange days',
  ]),
  tier('alex/2', 'Team', { priceWei: cents(60), durationS: 90 * day, maxSupply: 60 }, [
    'All Warm-up perks',
    'Form checks',
    'Group runs',
    'A shirt with pockets',
  ]),
  tier('tomas/1', 'Matinée', { priceWei: cents(25), durationS: 60 * day, maxSupply: null }, [
    'Dailies with my muttering',
    'Private screenings',
  ]),
  tier('tomas/2', 'Producers’ Row', { priceWei: cents(300), durationS: null, maxSupply: 40, soulbound: true }, [
    'Your name in the credits',
    'Shot lists',
    'A say in one ending',
    'For life',
  ]),
  tier('priya/1', 'Spice Drawer', { priceWei: cents(18), durationS: 30 * day, maxSupply: null }, [
    'Weekly plan with shopping list',
    'Family recipes, minus one ingredient',
  ]),
  tier('priya/2', 'Chef’s Table', { priceWei: cents(120), durationS: 90 * day, maxSupply: 24 }, [
    'All Spice Drawer perks',
    'Sunday cook-along with camera',
    'Aunt’s pickle by post',
  ]),
  tier('ama/1', 'Studio Door', { priceWei: cents(22), durationS: 60 * day, maxSupply: null }, ['Studio visits', 'Wallpapers in full size']),
  tier('ama/2', 'Collector', { priceWei: cents(400), durationS: null, maxSupply: 30 }, [
    'Previews before the frames',
    'One signed print',
    'For life',
  ]),
  tier('magda/1', 'Study Room', { priceWei: cents(30), durationS: 30 * day, maxSupply: 100 }, [
    'Your lost games, annotated',
    'Opening files',
    'Club blitz',
  ]),
  tier('otis/1', 'Seed Packet', { priceWei: cents(8), durationS: 90 * day, maxSupply: null }, [
    'Seed calendar',
    'One envelope of surprise seeds',
  ]),
  tier('otis/2', 'Shed Key', { priceWei: cents(75), durationS: null, maxSupply: 35 }, [
    'Pruning drawings',
    'The chair, by appointment',
    'For life',
  ]),
  tier('haru/1', '暗室パス', { priceWei: cents(28), durationS: 60 * day, maxSupply: 80 }, [
    '毎月の散歩地図',
    '暗室の日記',
    '失敗した写真も全部',
  ]),
  tier('nour/1', 'بطاقة السماء', { priceWei: cents(12), durationS: 90 * day, maxSupply: null }, [
    'خريطة السماء كل شهر',
    'ملاحظات بخط اليد',
  ]),
  tier('nour/2', 'بطاقة المرصد', { priceWei: cents(90), durationS: 180 * day, maxSupply: 45 }, [
    'سجل الليالي الكامل',
    'ليلة رصد معًا على الهواء',
    'اسمك في دفتر الرصد',
  ]),
]
