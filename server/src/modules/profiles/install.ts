import type { Host } from '../../kernel/host.ts'
import { onEvents } from './on-events.ts'
import { redirectHandles } from './redirect-handles.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  onEvents(host)
  redirectHandles(host)
  routes(host)
}
