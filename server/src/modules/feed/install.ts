import type { Host } from '../../kernel/host.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  routes(host)
}
