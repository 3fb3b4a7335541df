import { Loading } from '../../ui/skeletons.tsx'

export const ProfileSkeleton = () => (
  <>
    <div className="head" />
    <div className="profile-cover skel" />
    <Loading />
  </>
)
