import { type Colors, type EyeKind, eyeKinds, face, freckles, type MouthKind, mouthKinds, neck } from './face.ts'
import { type HairKind, hairBehind, hairKinds, hairOver } from './hair.ts'
import { randomOf } from './random.ts'
import { svg } from './svg.ts'
import { type BackdropKind, backdrop, backdropKinds, type ClothesKind, clothesKinds, dress, type ExtraKind, wear } from './wardrobe.ts'

/** What makes a face this face. Whatever a person does not fix is drawn from the seed. */
export type Traits = {
  hair: HairKind
  /** Index into six skins from light to dark. */
  skin: number
  hairColor: string
  hairShade: string
  clothes: ClothesKind
  clothesColor: string
  backdrop: BackdropKind
  far: string
  near: string
  eyes: EyeKind
  mouth: MouthKind
  accent: string
  extras: ExtraKind[]
  freckled: boolean
}

const skins = [
  ['#ffe3d0', '#f0bda3', '#a8323f'],
  ['#f8d5bd', '#e0a98a', '#a03238'],
  ['#e8b48f', '#c98c66', '#8f2a30'],
  ['#c98f66', '#a66d47', '#7d2427'],
  ['#9c6644', '#7c4c2f', '#5d1a1e'],
  ['#6f4630', '#54321f', '#3f1116'],
] as const
const hairColors = [
  ['#7c2d5b', '#551b40'],
  ['#23303f', '#17202c'],
  ['#7a4a2a', '#5a341c'],
  ['#b5482a', '#86301a'],
  ['#2b1a1e', '#1b0f12'],
  ['#d9a25a', '#b07a35'],
  ['#5b3a29', '#40271a'],
  ['#8d8791', '#6b6570'],
  ['#3a2440', '#27162c'],
] as const
const darkHair = [
  ['#2b1a1e', '#1b0f12'],
  ['#3a2440', '#27162c'],
  ['#5b3a29', '#40271a'],
  ['#23303f', '#17202c'],
  ['#8d8791', '#6b6570'],
] as const
const grounds = [
  ['#ffd2b0', '#ff9a76'],
  ['#e7d3f0', '#c396dc'],
  ['#c9e6e1', '#7fc4bd'],
  ['#d9dcf5', '#a3abdf'],
  ['#ffe3a8', '#f7bb4b'],
  ['#fbd3d6', '#f08f9c'],
  ['#dcecc8', '#a6cc82'],
  ['#f4dfc8', '#e0b385'],
] as const
const cloths = ['#e2492a', '#5b2a86', '#1f7a75', '#39427f', '#14532d', '#b3263d', '#c2701c', '#2d5d9f', '#7a1535', '#33272d']
const accents = ['#ffb02e', '#ff7a52', '#ff5c7c', '#3ddc8b', '#8db8ff', '#f7bb4b']
const oddExtras: readonly ExtraKind[][] = [[], [], [], ['round'], ['square'], ['earrings'], ['earrings', 'round']]
const coveredHair: readonly HairKind[] = ['scarf', 'bald']
const shortHair: readonly HairKind[] = ['short', 'buzz', 'quiff', 'bald', 'beanie', 'cap']

function drawTraits(seed: string, fixed: Partial<Traits>): Traits {
  const random = randomOf(`portrait/${seed}`)
  const drawn = { hair: random.pick(hairKinds), skin: random.int(0, skins.length - 1) }
  const { hair, skin } = { ...drawn, ...fixed }
  const [hairColor, hairShade] =
    hair === 'scarf'
      ? random.pick([
          ['#e2492a', '#b8361c'],
          ['#1f7a75', '#155d59'],
          ['#f4dfc8', '#dcbf9f'],
          ['#7a3f9d', '#5b2a86'],
        ] as const)
      : random.pick(skin > 2 ? darkHair : hairColors)
  const [far, near] = random.pick(grounds)
  const extras = [...random.pick(oddExtras)].filter((kind) => !(kind === 'earrings' && (hair === 'scarf' || shortHair.includes(hair))))
  if (shortHair.includes(hair) && random.chance(0.45)) extras.unshift(random.pick(['beard', 'moustache'] as const))
  return {
    hair,
    skin,
    hairColor,
    hairShade,
    far,
    near,
    extras,
    clothes: random.pick(clothesKinds),
    clothesColor: random.pick(cloths),
    backdrop: random.pick(backdropKinds),
    eyes: random.pick(eyeKinds.filter((kind) => kind !== 'bright')),
    mouth: random.pick(mouthKinds),
    accent: random.pick(accents),
    freckled: random.chance(0.18),
  }
}

/** A friendly face, 512 pixels square; the same seed and traits are the same face for ever. */
export function portrait(seed: string, fixed: Partial<Traits> = {}): string {
  const traits = { ...drawTraits(seed, fixed), ...fixed }
  const [skin, skinShade, lip] = skins[traits.skin] ?? skins[0]
  const c: Colors = {
    skin,
    skinShade,
    lip,
    hair: traits.hairColor,
    hairShade: traits.hairShade,
    clothes: traits.clothesColor,
    eye: '#2c1620',
    brow: coveredHair.includes(traits.hair) ? '#3a2229' : traits.hairShade,
    accent: traits.accent,
  }
  const under: ExtraKind[] = traits.extras.filter((kind) => kind === 'beard' || kind === 'moustache')
  const over = traits.extras.filter((kind) => !under.includes(kind))
  const body =
    backdrop(traits.backdrop, traits.far, traits.near) +
    hairBehind(traits.hair, c) +
    neck(c) +
    dress(traits.clothes, c) +
    face(c, traits) +
    (traits.freckled ? freckles(c) : '') +
    under.map((kind) => wear(kind, c)).join('') +
    hairOver(traits.hair, c) +
    over.map((kind) => wear(kind, c)).join('')
  return svg({ width: 512, height: 512 }, { width: 120, height: 120 }, body)
}
