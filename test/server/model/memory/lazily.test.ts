import assert from 'node:assert/strict';
import { lazily } from '../../../../server/src/model/memory/lazily.ts';

describe('a property worked out lazily', () => {
  it('is one of its own, for spreading and for JSON', () => {
    const unit = lazily({ title: '学习不够' }, { points: () => ['一是', '二是'] });
    assert.equal(JSON.stringify(unit), '{"title":"学习不够","points":["一是","二是"]}');
    assert.deepEqual({ ...unit }, { title: '学习不够', points: ['一是', '二是'] });
  });

  it('is not worked out before somebody asks, and belongs to one object alone', () => {
    const asked: string[] = [];
    const made = (title: string) => lazily({ title }, { span: () => asked.push(title) });
    const [one, other] = [made('甲'), made('乙')];
    assert.deepEqual(asked, []);
    assert.equal(other.span, 1);
    assert.equal(one.span, 2);
    assert.deepEqual(asked, ['乙', '甲']);
  });
});
