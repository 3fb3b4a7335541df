import { useParams } from '@tanstack/react-router'
import { PageHeader } from '../../ui/header.tsx'
import { type Doc, docHeads } from './doc-names.ts'
import { docs } from './docs.ts'

export function LegalPage() {
  const { doc } = useParams({ from: '/legal/$doc' })
  return (
    <>
      <PageHeader title={docHeads[doc as Doc].title} back />
      <div className="legal-prose">
        {docs[doc as Doc].map(([heading, text]) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
    </>
  )
}
