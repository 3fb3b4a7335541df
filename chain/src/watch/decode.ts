import {
  type Abi,
  type AbiEvent,
  type AbiParameter,
  type ContractEventName,
  type DecodeEventLogReturnType,
  decodeAbiParameters,
  type Hex,
  toEventSelector,
} from 'viem'

/** What every reader of a log needs of it. */
export type RawLog = { topics: readonly Hex[]; data: Hex }

type EventOfAbi<A extends Abi> = Extract<
  { [N in ContractEventName<A>]: DecodeEventLogReturnType<A, N> }[ContractEventName<A>],
  { eventName: string }
>

/**
 * A reader of one ABI's events: null for a log that is none of them, or of another shape. It looks at the shape only:
 * trust the emitter first. Selectors are hashed once, because hashing them for each log would be most of the work.
 */
export function decoderOf<const A extends Abi>(abi: A): (log: RawLog) => EventOfAbi<A> | null {
  const known = new Map(abi.filter((entry): entry is AbiEvent => entry.type === 'event').map((event) => [toEventSelector(event), event]))
  return (log) => {
    const event = log.topics[0] === undefined ? undefined : known.get(log.topics[0])
    if (event === undefined) return null
    try {
      return { eventName: event.name, args: argsOf(event, log) } as unknown as EventOfAbi<A>
    } catch {
      // Another contract's event of the same name.
      return null
    }
  }
}

function argsOf(event: AbiEvent, { topics, data }: RawLog): Record<string, unknown> {
  const indexed = event.inputs.filter((input) => input.indexed)
  const plain = event.inputs.filter((input) => !input.indexed)
  if (topics.length !== indexed.length + 1) throw new Error('another number of topics')
  const values = decodeAbiParameters(plain, data)
  const named = (inputs: readonly AbiParameter[], of: (index: number) => unknown) =>
    inputs.map((input, index) => [input.name ?? String(index), of(index)])
  return Object.fromEntries([
    ...named(indexed, (index) => topicOf(indexed[index], topics[index + 1])),
    ...named(plain, (index) => values[index]),
  ])
}

function topicOf(input: AbiParameter | undefined, topic: Hex | undefined): unknown {
  if (input === undefined || topic === undefined) throw new Error('a topic is missing')
  return decodeAbiParameters([input], topic)[0]
}
