import type { Host } from '../../kernel/host.ts'
import { onEvents } from './on-events.ts'
import { routes } from './routes.ts'
import { onEvents as keepTimelines } from './timeline/on-events.ts'

export function install(host: Host): void {
  onEvents(host)
  keepTimelines(host)
  routes(host)
}
