import { movedTo } from '../../lib/root-route.ts'

export const routes = [movedTo('/tips', '/studio/earnings')] as const
