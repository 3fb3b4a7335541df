import { useCanGoBack, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Icon } from './icon.tsx'

/** The sticky line on top of the main column, and the name of the page in the browser's tab. */
export function PageHeader({
  title,
  note,
  back = false,
  heading = true,
  children,
}: {
  title: string
  note?: ReactNode
  back?: boolean
  heading?: boolean
  children?: ReactNode
}) {
  useTitle(title)
  const Title = heading ? 'h1' : 'p'
  return (
    <div className="head">
      {back && <BackButton />}
      <div className="head-text">
        <Title className="head-title">{title}</Title>
        {note && <small className="num">{note}</small>}
      </div>
      {children}
    </div>
  )
}

function BackButton() {
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <button
      type="button"
      className="icb"
      aria-label="Back"
      onClick={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/' }))}
    >
      <Icon name="back" />
    </button>
  )
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title.includes('CoreFans') ? title : `${title} · CoreFans`
  }, [title])
}
