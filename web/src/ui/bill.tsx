import type { ReactNode } from 'react'

/** What something costs and who gets what of it, line by line. */
export const Bill = ({ label, className, children }: { label?: string; className?: string; children: ReactNode }) => (
  <dl className={className ? `bill num ${className}` : 'bill num'} aria-label={label}>
    {children}
  </dl>
)

/** One line: a `sub` is a part of the whole, the `sum` is what is paid or got in the end. */
export const BillLine = ({ name, value, kind }: { name: ReactNode; value: ReactNode; kind?: 'sub' | 'sum' | undefined }) => (
  <div className={kind === 'sum' ? 'bill-sum' : kind === 'sub' ? 'bill-sub' : undefined}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
