#include "bind/genes/js_gene_kinds.hpp"

#include <cstdint>
#include <vector>

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "genes/gene_names.hpp"

namespace phenolens::bind {

using emscripten::val;

val gene_kinds(val options) {
    return guard([&] {
        const Options o(options, "gene_kinds", {"ids", "alternatives"});
        const auto names = read_gene_names(o.text("ids"), o.texts("alternatives"));
        const auto mitochondrial = mitochondrial_genes(names);
        const auto ribosomal = ribosomal_genes(names);
        std::vector<std::uint8_t> kinds(names.genes());
        for (std::size_t gene = 0; gene < kinds.size(); ++gene)
            kinds[gene] = static_cast<std::uint8_t>((mitochondrial[gene] ? 1 : 0) + (ribosomal[gene] ? 2 : 0));
        return owned(kinds);
    });
}

}  // namespace phenolens::bind
