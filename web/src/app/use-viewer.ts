import { useStudio } from '../features/studio/index.ts'
import { useMe } from '../lib/session.ts'
import type { Viewer } from './places.ts'

/** Whose places are drawn. */
export function useViewer(): Viewer {
  const me = useMe()
  return { me, isCreator: useStudio(me !== null)?.isCreator ?? false }
}
