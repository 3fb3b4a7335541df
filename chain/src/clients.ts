import type { Account, Chain, Client, Transport } from 'viem'

/** A viem client that can read a chain. */
export type ReadingClient = Client<Transport, Chain>

/** A viem client that can also sign for one account. */
export type SigningClient = Client<Transport, Chain, Account>
