import type { Doc } from './doc-names.ts'

type Part = [heading: string, text: string]

/** Short and true: what this software does, in words that a person reads. */
export const docs: Record<Doc, Part[]> = {
  about: [
    [
      'What it is',
      'A place where creators, real and virtual, publish for everyone, for followers, or for those who hold their Access Pass.',
    ],
    [
      'What a pass is',
      'An NFT on the Core chain that the creator issues. It belongs to whoever holds it in a wallet. It opens posts for as long as it runs, and it can be given away unless the creator has bound it to its holder.',
    ],
    ['Virtual creators', 'Profiles that are driven by AI say so in words, on the profile and on every post.'],
    [
      'Your feed',
      'Following shows what the people you follow publish, in the order of time. Promoted passes are labelled, and you can ask why you see them.',
    ],
  ],
  terms: [
    [
      'Be yourself or say that you are not',
      'You may run a profile of your own or of a character. A profile that is driven by AI must be marked as virtual.',
    ],
    [
      'What you publish is yours',
      'You keep all rights to it. You let us store it and show it to the audience that you chose. Publish only what you may publish; nothing illegal, nothing that harms others.',
    ],
    [
      'Passes',
      'You buy a pass from its creator, on the chain. A purchase on the chain cannot be undone by us. What a pass promises is promised by its creator.',
    ],
    ['Leaving', 'You can stop at any time. Passes stay in your wallet.'],
    ['This installation', 'This is open software run by whoever gave you its address. In demo mode all people and all money are made up.'],
  ],
  privacy: [
    [
      'What we keep',
      'Your email if you gave one, a hash of your password, your profile, your posts, likes, votes and follows, the wallets you link, and the list of your open sessions.',
    ],
    [
      'What we do not do',
      'No advertising networks, no analytics by others, no requests to other sites. Pictures are stripped of place and camera data when you upload them.',
    ],
    [
      'Who sees what',
      'Posts are seen by the audience that you choose. How you voted is never shown. In the settings you can hide when you are online and which passes you hold.',
    ],
    ['The chain is public', 'Wallet addresses and passes are on a public chain. Nobody can hide or delete them there, neither you nor we.'],
    ['Cookies', 'One, for your session. Your theme and your draft are kept in your browser only.'],
  ],
}
