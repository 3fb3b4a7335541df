import { lazyRouteComponent } from '@tanstack/react-router'

export { ComposeButton } from './compose-button.tsx'
export { ComposerTeaser } from './composer-teaser.tsx'
export { PostCard } from './post-card.tsx'
export { PostList } from './post-list.tsx'
export { feedPages, hearPosts, postQuery, profilePages } from './posts.ts'
export const PostPage = lazyRouteComponent(() => import('./post-page.tsx'), 'PostPage')
