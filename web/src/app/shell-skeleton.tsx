import { Logo, Wordmark } from '../ui/brand.tsx'
import { Loading } from '../ui/skeletons.tsx'
import { DemoSlot } from './demo-slot.tsx'

/** The frame, while we learn who is here. */
export const ShellSkeleton = () => (
  <>
    <DemoSlot />
    <div className="app">
      <div className="app-left">
        <span className="brand">
          <Logo />
          <Wordmark />
        </span>
      </div>
      <main>
        <div className="head" />
        <Loading />
      </main>
      <div className="app-rail" />
    </div>
  </>
)
