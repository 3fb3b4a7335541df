import { useQuery } from '@tanstack/react-query'
import { myCollections } from './my-collections.ts'
import { OwedMoney } from './owed-money.tsx'
import { useDollar } from './use-dollar.ts'

/** What the contracts of this account hold for it, by collection and coin, each with the way out. */
export function Earned() {
  const collections = useQuery(myCollections)
  const dollar = useDollar()
  return (collections.data ?? [])
    .filter((one) => one.exists)
    .flatMap((one) => [
      <OwedMoney key={one.collection} of={one} />,
      dollar && <OwedMoney key={`${one.collection} ${dollar.token}`} of={one} coin={dollar} />,
    ])
}
