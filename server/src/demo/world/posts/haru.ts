import { clip, picture, type Written } from '../written.ts'

/** The posts of Haru, who photographs Kyoto and writes Japanese, oldest first. */
export const haru: Written[] = [
  {
    text: 'はじめまして、ハルです。京都の路地と喫茶店と猫を、古いフィルムカメラで撮っています。一本で36枚。だから、よく迷います。',
    pictures: [picture('city/alley', '雨あがりの路地。赤い提灯と、傘をさした人')],
  },
  { text: '雨の日の珈琲は、晴れの日より半音低い味がする。', clip: clip('chai-steam.webm', '珈琲から湯気がのぼる九秒間') },
  {
    text: '現像から戻ってきたら、36枚のうち19枚が猫だった。後悔はしていない。',
    pictures: [picture('cat/window', '窓辺に座ってこちらを見る猫。外には満月'), picture('cat/loaf', 'クッションの上で香箱座りをする猫')],
  },
  { text: 'Good morning from Kyoto! My English is small but my thermos is large. Ask me where to find the quiet streets.' },
  { text: '次のフィルム、どれで撮る？', poll: { options: ['カラーネガ', '白黒', '期限切れの一本', '冷蔵庫の奥の謎フィルム'], days: 4 } },
  {
    text: '「謎フィルム」に決まりました。箱に何も書いてありません。皆さんの責任です。',
    pictures: [picture('film/camera', '大きな夕日を背に、三脚の上のカメラ')],
  },
  {
    text: 'パスをお持ちの方へ。今月の散歩地図です。赤い線が撮影の道、点線はたい焼きの道。',
    for: 'pass',
    pictures: [picture('city/rooftops', '夕暮れの屋根がどこまでも続く眺め')],
  },
  {
    text: '終電を逃したので、鴨川でラーメンの話をしながら朝を待った。始発の光は、ちょっとずるい。',
    pictures: [picture('dish/noodles', '真上から見たラーメン。煮卵とねぎ、横に箸')],
    clip: clip('kamo-river.ogg', '鴨川の夜の音'),
  },
  { text: 'ピントが合っていない写真ほど、よく覚えている。' },
  {
    text: '暗室の日記。「焼きすぎ」と「ちょうどいい」の間は、だいたい三秒です。失敗の四枚も載せます。',
    for: [1],
    pictures: [picture('film/window', '暗い部屋の壁に落ちる、縞もようの光')],
  },
  {
    text: '喫茶店のマスターに「いつもの」と言えるまで、五年かかった。今日、先に言われた。',
    pictures: [picture('coffee/latte', '真上から見たカップ。ミルクで描いたハート')],
  },
  {
    text: 'フォロワーの皆さんだけに。まだ誰にも見せていない一枚。たぶん、いちばん静かな写真です。',
    for: 'followers',
    pictures: [picture('sky/moon', '砂の上の大きな月。音のしない夜', 'night')],
  },
  {
    text: '謎フィルムの結果：全部ピンク。桜でもないのに、町じゅうが照れている。',
    pictures: [
      picture('city/bridge', '夕焼け色に染まった橋と川', 'rose'),
      picture('city/tram', 'ピンク色の夜を走る電車', 'rose'),
      picture('sky/clouds', 'ピンクの雲と鳥', 'rose'),
    ],
  },
  {
    text: '明日は早起きして、屋根の上の猫会議を撮りに行きます。議題は、たぶん日なた。',
    pictures: [picture('cat/books', '本の山の上から動かない猫')],
  },
]
