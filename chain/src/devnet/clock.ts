import type { ReadingClient } from '../clients.ts'

/** Moves the devnet's clock forward and mines a block there; time only moves by whole seconds. */
export async function advanceClock(client: ReadingClient, byMs: number): Promise<void> {
  await ask(client, 'evm_increaseTime', [Math.ceil(byMs / 1000)])
  await ask(client, 'evm_mine', [])
}

/** Sets the devnet's clock to a moment and mines a block there; refuses one at or before the last block. */
export async function setClock(client: ReadingClient, timestampS: bigint): Promise<void> {
  await ask(client, 'evm_setNextBlockTimestamp', [Number(timestampS)])
  await ask(client, 'evm_mine', [])
}

// anvil's own methods are not in the list of methods a public client knows.
async function ask(client: ReadingClient, method: string, params: readonly unknown[]): Promise<unknown> {
  return client.request<{ Method: string; Parameters: readonly unknown[]; ReturnType: unknown }>({ method, params })
}
