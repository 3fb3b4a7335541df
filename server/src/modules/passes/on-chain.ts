import type { Host } from '../../kernel/host.ts'
import { passSubscriber } from './apply-logs.ts'

export function onChain(host: Host): void {
  const { id, contracts } = host.chain
  const { passFactory, passMarket } = contracts
  if (passFactory) host.onChain(passSubscriber({ id, factory: passFactory, market: passMarket }))
}
