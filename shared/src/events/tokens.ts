import type { Wire } from './audience.ts'

/** A person's token was made, traded, moved or paid out, or a reorg took some of that back: open pages read it again. */
export type TokenChanged = {
  type: 'token.changed'
  creatorId: string
  address: string
  supply: string
  priceWei: string
  reason: 'created' | 'traded' | 'moved' | 'claimed' | 'reorg'
}
/** An account opened its token: nobody has bought yet. */
export type TokenPromised = { type: 'token.promised'; creatorId: string; symbol: string }
/** A fair launch opened, took a deposit, ended or was claimed from, or a reorg took some of that back. */
export type LaunchChanged = {
  type: 'launch.changed'
  creatorId: string
  launchId: string
  state: 'open' | 'settled' | 'failed'
  depositedWei: string
  reason: 'opened' | 'deposited' | 'settled' | 'failed' | 'claimed' | 'reorg'
}

export const tokensWire = {
  'token.changed': [
    {
      topics: ({ creatorId }) => [`profile:${creatorId}`],
      view: ({ type, creatorId, address, supply, priceWei, reason }) => ({ type, creatorId, address, supply, priceWei, reason }),
    },
  ],
  'token.promised': [
    { topics: ({ creatorId }) => [`profile:${creatorId}`], view: ({ type, creatorId, symbol }) => ({ type, creatorId, symbol }) },
  ],
  'launch.changed': [
    {
      topics: ({ creatorId }) => [`profile:${creatorId}`],
      view: ({ type, creatorId, launchId, state, depositedWei, reason }) => ({ type, creatorId, launchId, state, depositedWei, reason }),
    },
  ],
} satisfies Wire<TokenChanged | TokenPromised | LaunchChanged>
