/* Nothing to call: a program that links this target frees its memory with heap.c. */
#pragma once
