import type { Host } from '../../kernel/host.ts'
import { passSubscriber } from './apply-logs.ts'

export function onChain(host: Host): void {
  const { passFactory, passMarket } = host.chain.contracts
  if (passFactory) host.onChain(passSubscriber({ factory: passFactory, market: passMarket }))
}
