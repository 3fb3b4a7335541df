import type { Address } from 'viem'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import { splitFactoryAbi } from '../abi/split-factory.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import { type ContractName, type Contracts, contractNames } from '../addresses.ts'
import { batchLaunchOf } from '../launch.ts'
import { decoderOf, type RawLog } from './decode.ts'

/** What speaks: one of our contracts by name, or what one of our factories made. */
export type EmitterKind = ContractName | 'batchLaunch' | 'accessPass' | 'personalToken' | 'teamSplit'

/** A contract whose logs are believed; `creator` is the wallet that a clone was made for, in lower case. */
export type Emitter = { kind: EmitterKind; creator: string | null }

/** Contracts whose logs are believed, by lower-case address. */
export type Followed = ReadonlyMap<string, Emitter>

/** The deployed contracts as the first emitters. */
export function followedOf(contracts: Contracts): [string, Emitter][] {
  const named = contractNames.flatMap((kind) => emitterAt(kind, contracts[kind]))
  return [...named, ...emitterAt('batchLaunch', contracts.tokenFactory && batchLaunchOf(contracts.tokenFactory))]
}

const emitterAt = (kind: EmitterKind, address: Address | undefined): [string, Emitter][] =>
  address ? [[address.toLowerCase(), { kind, creator: null }]] : []

/** The new emitter of a birth, with its lower-case address. */
export function emitterOf({ address, kind, creator }: Birth): [string, Emitter] {
  return [address.toLowerCase(), { kind, creator: creator?.toLowerCase() ?? null }]
}

/** A clone that a log announces; only its factory can announce it. */
export type Birth = { address: Address; kind: EmitterKind; creator: Address | null }

const passFactory = decoderOf(passFactoryAbi)
const splitFactory = decoderOf(splitFactoryAbi)
const tokenFactory = decoderOf(tokenFactoryAbi)

const births: { [K in EmitterKind]?: (log: RawLog) => Birth | null } = {
  passFactory: (log) => {
    const event = passFactory(log)
    return event?.eventName === 'CollectionCreated' ? { address: event.args.pass, kind: 'accessPass', creator: event.args.creator } : null
  },
  splitFactory: (log) => {
    const event = splitFactory(log)
    return event ? { address: event.args.split, kind: 'teamSplit', creator: event.args.creator } : null
  },
  tokenFactory: (log) => {
    const event = tokenFactory(log)
    return event?.eventName === 'TokenCreated' ? { address: event.args.token, kind: 'personalToken', creator: event.args.creator } : null
  },
}

/** The clone this log brings into being, if its emitter is the factory of such clones. */
export function birthOf(kind: EmitterKind, log: RawLog): Birth | null {
  return births[kind]?.(log) ?? null
}
