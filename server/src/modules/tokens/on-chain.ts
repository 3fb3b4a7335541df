import type { Host } from '../../kernel/host.ts'
import { tokenSubscriber } from './follow-chain.ts'

export function onChain(host: Host): void {
  const { tokenFactory } = host.chain.contracts
  if (tokenFactory) host.onChain(tokenSubscriber(tokenFactory))
}
