/* A heap of which nothing stays: what is freed is overwritten first.

   A secret passes through many blocks that nobody can name: buffers of the socket, the text of a
   request, copies that a library or the compiler makes. Each of them is freed at some time, and this
   is the one place that all of them pass. A program that links this target has it for itself and for
   all of its libraries; the C library's own functions do the rest of the work. */

#include <errno.h>
#include <malloc.h>
#include <stddef.h>
#include <string.h>

#include "CHeap.h"

extern void __libc_free(void *);
extern void *__libc_malloc(size_t);
extern void *__libc_realloc(void *, size_t);

/* Whether a block is mapped by itself, which the C library notes in the second bit of the word
   before it. Such a block goes back to the kernel at once, and overwriting it would first fetch the
   pages that were never used. */
static int is_mapped(const void *block) { return (((const size_t *)block)[-1] & 2) != 0; }

void free(void *block) {
    if (block == NULL) return;
    int before = errno;
    /* Not memset, which the compiler leaves out where the block is freed next. */
    if (!is_mapped(block)) explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
    errno = before;
}

/* A block that grows is moved by hand, as the C library would leave the old one as it was. */
void *realloc(void *block, size_t bytes) {
    if (block == NULL) return __libc_malloc(bytes);
    if (bytes == 0) {
        free(block);
        return NULL;
    }
    if (is_mapped(block)) return __libc_realloc(block, bytes);
    size_t usable = malloc_usable_size(block);
    if (bytes <= usable && bytes >= usable / 2) return block;
    void *moved = __libc_malloc(bytes);
    if (moved == NULL) return NULL;
    memcpy(moved, block, usable < bytes ? usable : bytes);
    free(block);
    return moved;
}
