/** Settings: what lies behind the name on the card. */
export const words = {
  title: '設定',
  places: {
    notices: { name: 'お知らせ', holds: '届く場所・時間・何を' },
    keys: { name: 'パスキー', holds: 'かぎ、ログインしている場所' },
    lost: { name: 'なくしたとき', holds: 'スマホ・カード' },
    employers: { name: '所属', holds: '申し出に答える・会社をかわる' },
    applications: { name: '申請', holds: '登録・変更・更新' },
    data: { name: '登録と持ち出し', holds: '全部の記録を、自分の手に' },
    viewers: { name: '見た人', holds: 'だれが、何のために見たか' },
  },
  look: '画面の色',
  looks: { system: '電話に合わせる', light: '明るい', dark: '暗い', sun: '屋外（日なた）' },
  size: '文字の大きさ',
  sizes: { 100: '標準', 125: '大', 150: '特大', 200: '最大' },
  leaveNote: 'この電話に残した内容も消えます。',
  leaving: (n: number) => `まだ送っていない申請 ${n}件も消えます。`,
}

export type Words = typeof words
