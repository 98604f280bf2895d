prelude
import DeepTheory.Core.Nat.Lemmas
/-! # List -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
namespace List
variable {α : Type u}
def sum [Add α] [Zero α] : List α → α
  | [] => 0
  | a :: l => a + l.sum
protected def append : List α → List α → List α
  | [], bs => bs
  | a :: as, bs => a :: List.append as bs
instance : Append (List α) := ⟨List.append⟩
@[simp] theorem cons_append (a : α) (as bs : List α) : (a :: as) ++ bs = a :: (as ++ bs) := rfl
@[simp] theorem nil_append (bs : List α) : [] ++ bs = bs := rfl
theorem sum_append (l₁ l₂ : List Nat) : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := by
  induction l₁ with
  | nil => simp [sum]
  | cons a l ih => simp [sum, ih, Nat.add_assoc]
theorem length_append (l₁ l₂ : List α) : (l₁ ++ l₂).length = l₁.length + l₂.length := by
  induction l₁ with
  | nil => simp [length]
  | cons a l ih => simp only [cons_append, length, ih, Nat.add_assoc, Nat.add_comm]
end List
