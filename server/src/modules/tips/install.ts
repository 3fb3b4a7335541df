import type { Host } from '../../kernel/host.ts'
import { purpose } from '../payments/index.ts'
import { tipPurpose } from './purpose.ts'
import { hydrateTips } from './read.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  purpose(host, tipPurpose)
  host.hydrates(hydrateTips)
  routes(host)
}
