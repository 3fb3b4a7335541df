import { studio as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { readStudio } from './read.ts'

export function install({ mount }: Host): void {
  mount.query(contracts.readStudio, readStudio)
}
