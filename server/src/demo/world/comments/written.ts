/**
 * What is said under the n-th post of an author, in order: the first begins the thread, the others answer it. “↩” is said by the
 * post's author, “↺” by whoever began, `fan7:` by that fan, and everything else by somebody else who may read the post.
 */
export type Talk = readonly [post: number, begun: string, ...answers: string[]]

/** What fans say anywhere, each in the words of where they are from. */
export const anywhere: Readonly<Record<string, readonly string[]>> = {
  en: [
    'This made my morning.',
    '❤️',
    'Saving this one.',
    'I read it twice.',
    'Sending this to my sister, who will say she knew it first.',
    'Right. Screenshotted and on the fridge.',
    'How do you do this every single week?',
    'I have been waiting for this since Tuesday.',
    '😂😂',
    'Okay, this one got me.',
    'Came for a minute, stayed for the whole page.',
    'The best thing on my phone today.',
    'More of this, please.',
    'Somebody give this person a medal and a sandwich.',
    'Yes!!',
    'I laughed on the bus. People moved.',
  ],
  de: [
    'Großartig, wie immer.',
    'Genau so ist es.',
    'Das hänge ich mir über den Schreibtisch.',
    'Bitte mehr davon!',
    'Ich musste im Zug lachen. Allein.',
    'Herrlich 😄',
  ],
  ja: [
    'すてきです。',
    '朝から元気をもらいました。ありがとうございます。',
    '何度も見返しています。',
    '最高！',
    'これは保存しました📌',
    '泣きそうになった。',
  ],
  ar: ['جميل جدًا ❤️', 'شكرًا لكِ، أسعدتِ صباحي.', 'ما أروع هذا الكلام.', 'قرأتها لأمي فضحكت حتى دمعت.', 'ننتظر المزيد.'],
  es: ['¡Qué maravilla!', 'Me alegraste el día.', 'Esto lo guardo.', 'Jajaja, totalmente.', '¡Otra, otra!'],
  pt: ['Que lindo!', 'Adorei, adorei, adorei.', 'Vou mandar para a minha avó.', 'Que saudade disto.'],
  fr: ['Magnifique.', 'Je garde ça précieusement.', 'J’ai souri toute seule dans le tram.', 'Encore !'],
  it: ['Bellissimo.', 'Ho riso ad alta voce, in ufficio.', 'Che meraviglia!'],
  ko: ['오늘도 힐링하고 갑니다.', '너무 좋아요!', '저장했어요 ㅎㅎ'],
  sv: ['Så fint!', 'Det här behövde jag i dag.', 'Mer sånt, tack.'],
  pl: ['Cudowne.', 'Uśmiałam się do łez.', 'Proszę o więcej!'],
}

/** What authors answer when they are thanked. */
export const thanks: readonly string[] = [
  'Thank you, truly.',
  'You just made my day, so we are even.',
  '❤️',
  'I will show this to the team.',
  'Careful, I might believe you.',
  'Thank you for being here since the quiet days.',
]
