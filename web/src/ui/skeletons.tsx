import { countTo } from './count-to.ts'

/** As tall as a short post, so that nothing jumps when it arrives. */
export const PostSkeleton = () => (
  <div className="skel-post" aria-hidden="true">
    <div className="skel-by">
      <span className="avw skel skel-round" />
      <span className="skel-lines">
        <i className="skel" />
        <i className="skel skel-short" />
      </span>
    </div>
    <i className="skel skel-line" />
    <i className="skel skel-line skel-short" />
    <i className="skel skel-block" />
  </div>
)

export const Loading = ({ rows = 3 }: { rows?: number }) => (
  <div role="status" aria-label="Loading">
    {countTo(rows).map((nth) => (
      <PostSkeleton key={nth} />
    ))}
  </div>
)
