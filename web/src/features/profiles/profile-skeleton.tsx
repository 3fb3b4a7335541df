import { Loading } from '../../ui/state.tsx'
import './profile.css'

export const ProfileSkeleton = () => (
  <>
    <div className="head" />
    <div className="cover skel" />
    <Loading />
  </>
)
