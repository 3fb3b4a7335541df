import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const bare = /(?<!<Name>)(?<![=`$\w])\{(?:\w+\??\.)*(?:person|author|creator|me|invitee|account|profile|seller|payee)\.name\}(?!.*`)/

test('C6 whoever is named on a page is named through Name, which keeps the direction of its words to itself', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((row) => bare.test(row) && !/=\{/.test(row))
      .map((row) => `${file}: ${row.trim()}`),
  )
  expect(found).toEqual([])
  expect(readFileSync(join(root, 'ui/name.tsx'), 'utf8')).toContain('<bdi>')
})
