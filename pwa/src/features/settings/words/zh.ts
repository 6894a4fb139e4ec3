import type { Words } from './ja'

export const words: Words = {
  title: '设置',
  places: {
    notices: { name: '通知', holds: '在哪里、何时、通知什么' },
    keys: { name: '通行密钥', holds: '登录用的钥匙、正在登录的地方' },
    lost: { name: '丢失时', holds: '手机、卡' },
    employers: { name: '所属公司', holds: '答复邀请、更换公司' },
    applications: { name: '申请', holds: '登记、变更、更新' },
    data: { name: '登记和带走', holds: '全部记录都在自己手里' },
    viewers: { name: '谁看过', holds: '谁看过、为了什么' },
  },
  look: '画面颜色',
  looks: { system: '跟随手机', light: '明亮', dark: '深色', sun: '户外（阳光下）' },
  size: '文字大小',
  sizes: { 100: '标准', 125: '大', 150: '特大', 200: '最大' },
  leaveNote: '这部手机上保存的内容也会删除。',
  leaving: (n) => `还没发送的${n}件申报也会删除。`,
}
