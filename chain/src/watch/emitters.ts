import type { Address } from 'viem'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import { type ContractName, type Contracts, contractNames } from '../addresses.ts'
import { decoderOf, type RawLog } from './decode.ts'

/** What speaks: one of our contracts by name, or a clone that one of our factories made. */
export type EmitterKind = ContractName | 'accessPass'

/** Contracts whose logs are believed, by lower-case address. */
export type Followed = ReadonlyMap<string, EmitterKind>

/** The deployed contracts as the first emitters. */
export function followedOf(contracts: Contracts): [string, EmitterKind][] {
  return contractNames.flatMap((name) => (contracts[name] ? [[contracts[name].toLowerCase(), name] as [string, EmitterKind]] : []))
}

/** A clone that a log announces; only its factory can announce it. */
export type Birth = { address: Address; kind: EmitterKind }

const passFactory = decoderOf(passFactoryAbi)

const births: { [K in EmitterKind]?: (log: RawLog) => Birth | null } = {
  passFactory: (log) => {
    const event = passFactory(log)
    return event?.eventName === 'CollectionCreated' ? { address: event.args.pass, kind: 'accessPass' } : null
  },
}

/** The clone this log brings into being, if its emitter is the factory of such clones. */
export function birthOf(kind: EmitterKind, log: RawLog): Birth | null {
  return births[kind]?.(log) ?? null
}
