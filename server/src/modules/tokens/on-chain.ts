import type { Host } from '../../kernel/host.ts'
import { tokenSubscriber } from './follow-chain.ts'

export function onChain(host: Host): void {
  const { id, contracts } = host.chain
  if (contracts.tokenFactory) host.onChain(tokenSubscriber(id, contracts.tokenFactory))
}
